import type { MetaRefusal } from './MetaRefusal';

/** Meta's answer for an id that is not there: code 100, subcode 33, GraphMethodException. */
export function objectMissing(method: 'get' | 'post' | 'delete', id: string): MetaRefusal {
  return {
    code: 100,
    subcode: 33,
    message: `Unsupported ${method} request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation. Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api`,
  };
}
