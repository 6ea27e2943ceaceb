/** A map without a map service: streets, and a pin in the middle. */
export function MapPicture() {
  return (
    <svg className="ph-map" viewBox="0 0 240 110" aria-hidden preserveAspectRatio="xMidYMid slice">
      <rect width="240" height="110" fill="#e6ead8" />
      <path
        d="M0 80 70 60 150 74 240 40M40 0 62 110M168 0l-22 110M0 24l240 12"
        stroke="#fff"
        strokeWidth="7"
        fill="none"
      />
      <path d="M182 84c22-8 38-4 58 4v22h-70z" fill="#b7d6e8" />
      <path d="M120 74s-17-18-17-31a17 17 0 0 1 34 0c0 13-17 31-17 31z" fill="#d93025" />
      <circle cx="120" cy="43" r="6.5" fill="#fff" />
    </svg>
  );
}
