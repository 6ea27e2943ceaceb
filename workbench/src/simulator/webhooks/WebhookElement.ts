import type { JsonObject } from '../json/JsonObject';

/** One thing that happened, before it is put into an envelope. */
export interface WebhookElement {
  /** The envelope's `field`, `messages` for nearly everything. */
  field: string;
  /** The list of `value` that `item` belongs to (`messages`, `statuses`, …); without it `item` is the whole value. */
  list?: string;
  item: JsonObject;
  contacts?: JsonObject[];
  /** Further members of `value`. */
  beside?: JsonObject;
  /** True for template and account events: no metadata, and they belong to the WABA's webhook. */
  account?: boolean;
}
