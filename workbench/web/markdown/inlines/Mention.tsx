/** A mentioned person or channel. */
export function Mention({ sign, name }: { readonly sign: '@' | '#'; readonly name: string }) {
  const everybody = sign === '@' && (name === 'all' || name === 'here');
  return (
    <span className={everybody ? 'wb-markdown-mention wb-markdown-mention-all' : 'wb-markdown-mention'}>
      {sign === '#' ? `#${name}` : name}
    </span>
  );
}
