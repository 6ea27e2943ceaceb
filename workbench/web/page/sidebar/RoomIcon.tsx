import type { IconProps } from '@rocket.chat/fuselage';
import { Icon } from '@rocket.chat/fuselage';
import type { Room, Source } from '../../documents/Room';
import './appIcon.css';

const ICONS: Readonly<Record<Room['t'], IconProps['name']>> = {
  c: 'hashtag',
  p: 'hashtag-lock',
  d: 'at',
  l: 'headset',
};

/** The symbol of a room: of its kind, or the app's own where a conversation came through one. */
export function RoomIcon({
  type,
  source,
  size = 20,
}: {
  readonly type: Room['t'];
  readonly source: Source | undefined;
  readonly size?: number;
}) {
  const name = source?.sidebarIcon ?? source?.defaultIcon;
  return source?.type === 'app' && source.id && name ? (
    <AppIcon appId={source.id} name={name} size={size} />
  ) : (
    <Icon name={ICONS[type]} size={size} />
  );
}

/**
 * An app's own symbol for its conversations, in the colour of the text around it. It is laid as a mask, so that nothing in the
 * app's file can run.
 */
function AppIcon({ appId, name, size }: { readonly appId: string; readonly name: string; readonly size: number }) {
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
