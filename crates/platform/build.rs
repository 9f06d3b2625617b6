//! A message that is missing in any language stops the build. The web bundle is built by npm; without it (unit tests of a
//! fresh clone) an empty folder is embedded.
fn main() -> std::io::Result<()> {
    std::fs::create_dir_all(concat!(env!("CARGO_MANIFEST_DIR"), "/../../web/dist"))?;
    println!("cargo:rerun-if-changed=../../web/dist");
    kolo_locales::check();
    Ok(())
}
