const WIDTH = 200;
const HEIGHT = 14;
const TICK = 3;

/** A bar as long as the obligation, with a line for the time: left of the line is behind. The words below say the same. */
export function ProgressPicture({
  part,
  whole,
  timeBp,
  text,
}: {
  readonly part: number;
  readonly whole: number;
  readonly timeBp: number;
  readonly text: string;
}) {
  const filled = Math.min(WIDTH, Math.round((part / whole) * WIDTH));
  const tick = Math.min(WIDTH - TICK, Math.round((timeBp / 10_000) * WIDTH));
  return (
    <div className="progress-picture">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" preserveAspectRatio="none">
        <rect className="picture-whole" x={0} y={3} width={WIDTH} height={8} />
        <rect className="picture-part" x={0} y={3} width={filled} height={8} />
        <rect className="picture-time" x={tick} y={0} width={TICK} height={HEIGHT} />
      </svg>
      <span>{text}</span>
    </div>
  );
}
