import './appIcon.css';

/**
 * An app's own symbol for its conversations, in the colour of the text around it. It is laid as a mask, so that nothing in the
 * app's file can run.
 */
export function AppIcon({
  appId,
  name,
  size,
}: {
  readonly appId: string;
  readonly name: string;
  readonly size: number;
}) {
  const url = `/api/apps/public/${encodeURIComponent(appId)}/get-sidebar-icon?icon=${encodeURIComponent(name)}`;
  return (
    <span
      className="wb-app-icon"
      aria-hidden
      style={{ width: size, height: size, maskImage: `url("${url}")` }}
      data-app-icon={name}
    />
  );
}
