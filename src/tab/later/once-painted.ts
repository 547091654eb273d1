/** Does something after the next frame; the answer takes that back. */
export function afterNextFrame(work: () => void): () => void {
  return afterFrames(1, work);
}

/** Does something once what is drawn now stands on the screen, which the next frame after it tells; the answer takes that back. */
export function oncePainted(work: () => void): () => void {
  return afterFrames(2, work);
}

function afterFrames(frames: number, work: () => void): () => void {
  let stop: () => void;
  const frame = requestAnimationFrame(() => {
    if (frames > 1) stop = afterFrames(frames - 1, work);
    else {
      const timer = setTimeout(work);
      stop = () => clearTimeout(timer);
    }
  });
  stop = () => cancelAnimationFrame(frame);
  return () => stop();
}
