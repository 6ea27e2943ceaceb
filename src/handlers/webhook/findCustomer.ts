import type { Customer } from './Customer';
import { readAddress } from './readAddress';
import type { Scope } from './Scope';

/** Addresses of a person as an item has them. */
export interface Addresses {
  /** A phone; some carriers put the user id here. */
  address?: string;
  userId?: string;
  parentUserId?: string;
}

/**
 * Who an item is from or to: its own addresses, completed by the contact of the change that has the same phone or user id.
 * A change with one item and one contact is about that contact, also where the item names nobody.
 *
 * @returns undefined when nothing tells who it is
 */
export function findCustomer({ address, userId, parentUserId }: Addresses, scope: Scope): Customer | undefined {
  const own = { ...readAddress(address), ...(userId === undefined ? {} : { userId }) };
  const only = scope.contacts.length === 1 && scope.count === 1 ? scope.contacts[0] : undefined;
  const contact =
    scope.contacts.find((each) => own.waId !== undefined && each.waId === own.waId) ??
    scope.contacts.find((each) => own.userId !== undefined && each.userId === own.userId);
  const isNamed = own.waId !== undefined || own.userId !== undefined;
  const known = contact ?? (isNamed ? undefined : only);
  const ids: Customer = { ...known, ...own };
  if (ids.waId === undefined && ids.userId === undefined) return undefined;
  return {
    ...ids,
    parentUserId: parentUserId ?? known?.parentUserId,
    // The contact may be spelled otherwise (Brazil's ninth digit); with one item there is nobody else it could name.
    name: known?.name ?? only?.name,
  };
}
