/**
 * Put into a page that plays a call. `watchSeek({ press, target, tolerance })`, before a press, gives `window.seek`: a promise of the
 * milliseconds from that press (an event's name; the browser's own time of it) to each thing that follows, all by the page's clock.
 */
window.watchSeek = ({ press, target, tolerance }) => {
  const audio = document.querySelector("audio");
  const slider = document.querySelector("audio ~ section input[type=range]");
  const list = document.querySelector("section:has(> audio) ol");
  window.seek = new Promise((resolve, reject) => {
    let pressedAt = null;
    let soundMs = null;
    let shownMs = null;
    const startedAt = performance.now();
    window.addEventListener(press, ({ timeStamp }) => (pressedAt = timeStamp), { capture: true, once: true });
    const seeked = () => {
      if (pressedAt === null || Math.abs(audio.currentTime - target) > tolerance) return;
      soundMs ??= performance.now() - pressedAt;
    };
    audio.addEventListener("seeked", seeked);
    const end = (settle) => {
      audio.removeEventListener("seeked", seeked);
      settle();
    };
    // Before each frame: what stands in the document now is what the frame shows.
    const look = () => {
      const now = performance.now();
      const line = list.querySelector("[aria-current]")?.closest("li") ?? null;
      if (soundMs !== null && shownMs === null && needleStands() && lineStands(line)) shownMs = now - pressedAt;
      if (shownMs !== null && isInView(line)) return end(() => resolve({ soundMs, shownMs, inViewMs: now - pressedAt }));
      if (now - startedAt < 10_000) return requestAnimationFrame(look);
      if (shownMs !== null) return end(() => resolve({ soundMs, shownMs, inViewMs: null }));
      end(() => reject(new Error(`a ${press} to ${target} led to ${audio.currentTime}: ${soundMs === null ? "no sound" : "not shown"}`)));
    };
    requestAnimationFrame(look);
  });
  const needleStands = () => {
    const share = Number.parseFloat(slider.previousElementSibling.style.insetInlineStart) / 100;
    return Math.abs(share * audio.duration - audio.currentTime) < 0.5;
  };
  // Lines tell when they begin; the next one may begin between the sound's clock and this frame.
  const lineStands = (line) => {
    if (!line) return false;
    const at = [...list.children].indexOf(line);
    return secondsOf(at) <= audio.currentTime + 1 && secondsOf(at + 1) >= audio.currentTime - 0.5;
  };
  const secondsOf = (index) => {
    const time = list.children[index]?.querySelector("button")?.textContent;
    return time ? time.split(":").reduce((sum, part) => 60 * sum + Number(part), 0) : Number.POSITIVE_INFINITY;
  };
  const isInView = (line) => {
    if (!line) return false;
    const { top, bottom } = line.getBoundingClientRect();
    return top >= 0 && bottom <= window.innerHeight;
  };
};

/** Brings a line to the middle of the window and tells where a word of it stands there, once it stands still; null while it is being said. */
window.placeOfWord = async ({ line, from, to }) => {
  const item = document.querySelector("section:has(> audio) ol").children[line];
  const range = document.createRange();
  let before = null;
  const startedAt = performance.now();
  while (performance.now() - startedAt < 5_000) {
    // Lines out of the window are of a guessed height, so that one jump may miss.
    item.scrollIntoView({ block: "center", behavior: "instant" });
    await new Promise((resolve) => requestAnimationFrame(resolve));
    if (item.querySelector("[aria-current]")) return null;
    const text = item.querySelector("p").firstChild;
    range.setStart(text, from);
    range.setEnd(text, to);
    const { x, y, width, height } = range.getBoundingClientRect();
    if (before?.x === x && before.y === y && y > 0 && y < window.innerHeight) return { x: x + width / 2, y: y + height / 2 };
    before = { x, y };
  }
  throw new Error(`line ${line} does not come to stand in the window: its word is at ${before?.x}, ${before?.y}`);
};
