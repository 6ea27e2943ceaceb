import { Icon } from '@rocket.chat/fuselage';
import type { IconProps } from '@rocket.chat/fuselage';
import type { Room } from '../../documents/Room';
import type { Source } from '../../documents/Source';
import { AppIcon } from './AppIcon';

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
