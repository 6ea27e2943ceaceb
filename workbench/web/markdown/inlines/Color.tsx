/** A colour that was named in the text, shown beside it. */
export function Color({
  r,
  g,
  b,
  a,
}: {
  readonly r: number;
  readonly g: number;
  readonly b: number;
  readonly a: number;
}) {
  const color = `rgba(${r}, ${g}, ${b}, ${a / 255})`;
  return (
    <span>
      <span className="wb-markdown-color" style={{ backgroundColor: color }} aria-hidden /> {color}
    </span>
  );
}
