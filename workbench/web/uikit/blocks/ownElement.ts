/**
 * An element with the app and block ids of its block where it has none of its own: apps set them on blocks only, and an
 * interaction has to name both.
 */
export function ownElement<TElement extends object>(
  block: { readonly appId?: string; readonly blockId?: string },
  element: TElement,
): TElement & { readonly appId: string; readonly blockId: string } {
  const ownId = (key: string) => {
    const value: unknown = Reflect.get(element, key);
    return typeof value === 'string' ? value : '';
  };
  return { ...element, appId: ownId('appId') || block.appId || '', blockId: ownId('blockId') || block.blockId || '' };
}
