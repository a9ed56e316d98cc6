# use engine::Boiler;
#[derive(Debug)]
struct Engine;

// ANCHOR: stroke
fn stroke(boiler: &mut Boiler) {
    # boiler.check();
    ## not a comment
    // ANCHOR: inner
    boiler.release();
    // ANCHOR_END: inner
}
// ANCHOR_END: stroke
