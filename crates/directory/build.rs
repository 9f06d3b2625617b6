//! A message that is missing in any language stops the build.
fn main() {
    kolo_locales::check();
}
