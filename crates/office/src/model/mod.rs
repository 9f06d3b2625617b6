//! The tables of the office.

#[expect(unreachable_pub, reason = "SeaORM's derives need and make public items")]
pub(crate) mod audit_seal;
