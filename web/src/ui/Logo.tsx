/** The sign of the house: a line that has come to its day. */
export function Logo({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <rect width="24" height="24" rx="6" fill="var(--f-accent)" />
      <path
        d="M6.5 12h10M16.5 6.5v11"
        stroke="var(--f-on-accent)"
        strokeWidth="2.4"
        strokeLinecap="round"
        fill="none"
      />
    </svg>
  );
}
