const STYLES: Record<string, Intl.DateTimeFormatOptions> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'medium' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};

/** `<t:seconds:style>`: a moment in the reader's own time zone. */
export function Timestamp({ timestamp, format }: { readonly timestamp: string; readonly format: string }) {
  const moment = new Date(Number(timestamp) * 1000);
  return <time dateTime={moment.toISOString()}>{moment.toLocaleString(undefined, STYLES[format] ?? STYLES['f'])}</time>;
}
