import type { Simulator } from '../Simulator';
import type { MediaRecord } from '../store/MediaRecord';
import type { NumberRecord } from '../store/NumberRecord';

/** A media record of this number that has not run out. */
export function ownMedia({ store, clock }: Simulator, number: NumberRecord, id: string): MediaRecord | undefined {
  const media = store.media.byId(id);
  return media?.phoneNumber === number.phoneNumber && media.expiresAt > clock.now() ? media : undefined;
}
