import type { MetaRefusal } from '../errors/MetaRefusal';
import type { JsonObject } from '../json/JsonObject';
import type { SendContext } from './SendContext';

/** Says what Meta would refuse about a message at once, or nothing. */
export type CheckMessage = (message: JsonObject, context: SendContext) => MetaRefusal | undefined;
