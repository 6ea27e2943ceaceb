import type { MetaRefusal } from '../../errors/MetaRefusal';
import type { JsonObject } from '../../json/JsonObject';

/** What one type of interactive message allows. */
export interface InteractiveRules {
  headers: readonly ('text' | 'image' | 'video' | 'document' | 'gif')[];
  headerRequired?: boolean;
  body: 'required' | 'optional' | 'none';
  /** Characters of the body, 1024 unless told. */
  bodyMax?: number;
  check(action: JsonObject, interactive: JsonObject): MetaRefusal | undefined;
}
