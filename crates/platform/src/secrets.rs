//! Keys of an instance: one master key outside the database, everything else derived from it.
//!
//! Tokens are stored hashed, personal values sealed; the master key never leaves this file.
use anyhow::{Context, bail};
use base64::Engine;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use hmac::{Hmac, Mac};
use sha2::Sha256;
use std::fmt;
use std::io::Write as _;
use std::path::Path;

use crate::chance::Chance;

/// The master key and what is made from it.
#[derive(Clone)]
pub struct Keys([u8; 32]);

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Keys(…)")
    }
}

impl Keys {
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Reads the key file, or writes a new one that only its owner may read.
    pub fn open_or_create(path: &Path, chance: &dyn Chance) -> anyhow::Result<Self> {
        match std::fs::read(path) {
            Ok(bytes) => {
                let Ok(key) = <[u8; 32]>::try_from(bytes.as_slice()) else {
                    bail!("{} is not a master key of 32 bytes", path.display());
                };
                Ok(Self(key))
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                let mut key = [0; 32];
                chance.fill(&mut key);
                let mut options = std::fs::OpenOptions::new();
                options.write(true).create_new(true);
                #[cfg(unix)]
                std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
                let mut file = options.open(path).with_context(|| format!("creating {}", path.display()))?;
                file.write_all(&key)?;
                file.sync_all()?;
                Ok(Self(key))
            }
            Err(error) => Err(error).with_context(|| format!("reading {}", path.display())),
        }
    }

    fn derive(&self, purpose: &str) -> [u8; 32] {
        self.mac(b"kolo.derive", purpose.as_bytes())
    }

    fn mac(&self, purpose: &[u8], value: &[u8]) -> [u8; 32] {
        let mut mac =
            <Hmac<Sha256> as hmac::KeyInit>::new_from_slice(&self.0).unwrap_or_else(|_| unreachable!("HMAC takes keys of any length"));
        mac.update(purpose);
        mac.update(&[0]);
        mac.update(value);
        mac.finalize().into_bytes().into()
    }

    /// A keyed hash of `value`, for equality look-ups of what must not be stored. Different purposes never meet.
    pub fn hash(&self, purpose: &str, value: &str) -> String {
        base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(self.mac(purpose.as_bytes(), value.as_bytes()))
    }

    /// Encrypts `plain`; `context` (table and row, say) must be the same when opening.
    pub fn seal(&self, context: &str, plain: &[u8], chance: &dyn Chance) -> Vec<u8> {
        let cipher = XChaCha20Poly1305::new(Key::from_slice(&self.derive("seal")));
        let mut nonce = [0; 24];
        chance.fill(&mut nonce);
        let sealed = cipher
            .encrypt(
                XNonce::from_slice(&nonce),
                Payload {
                    msg: plain,
                    aad: context.as_bytes(),
                },
            )
            .unwrap_or_else(|_| unreachable!("encrypting in memory fails only beyond 256 GiB"));
        [nonce.as_slice(), &sealed].concat()
    }

    /// Decrypts what [`Keys::seal`] made.
    pub fn open(&self, context: &str, sealed: &[u8]) -> anyhow::Result<Vec<u8>> {
        let Some((nonce, body)) = sealed.split_at_checked(24) else {
            bail!("a sealed value is too short")
        };
        let cipher = XChaCha20Poly1305::new(Key::from_slice(&self.derive("seal")));
        cipher
            .decrypt(
                XNonce::from_slice(nonce),
                Payload {
                    msg: body,
                    aad: context.as_bytes(),
                },
            )
            .map_err(|_| anyhow::anyhow!("a sealed value was changed, or sealed with another key"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chance::SeededChance;

    #[test]
    fn a_sealed_value_opens_only_in_its_place_and_unchanged() {
        let (keys, chance) = (Keys::from_bytes([7; 32]), SeededChance::new(1));
        let mut sealed = keys.seal("client/1", b"a secret", &chance);
        assert_eq!(keys.open("client/1", &sealed).unwrap(), b"a secret");
        assert!(keys.open("client/2", &sealed).is_err());
        for i in 0..sealed.len() {
            sealed[i] ^= 1;
            assert!(keys.open("client/1", &sealed).is_err(), "byte {i}");
            sealed[i] ^= 1;
        }
    }

    #[test]
    fn a_new_key_file_is_private_and_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("master.key");
        let first = Keys::open_or_create(&path, &SeededChance::new(1)).unwrap();
        let second = Keys::open_or_create(&path, &SeededChance::new(2)).unwrap();
        assert_eq!(first.hash("a", "b"), second.hash("a", "b"));
        assert_ne!(first.hash("a", "b"), first.hash("c", "b"));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        }
    }
}
