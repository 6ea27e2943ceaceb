import { words } from '../../words';

/** Two ticks; blue when the business has read. */
export function Ticks({ read }: { readonly read: boolean }) {
  return (
    <svg
      className="ph-ticks"
      viewBox="0 0 18 11"
      role="img"
      aria-label={read ? words.message.delivery.read : words.message.delivery.delivered}
      data-read={read ? 'yes' : undefined}
    >
      <path d="M1 6l3.5 3.5L12 1M7 8l1.500 1.500L17 1" fill="none" stroke="currentColor" strokeWidth="1.4" />
    </svg>
  );
}
