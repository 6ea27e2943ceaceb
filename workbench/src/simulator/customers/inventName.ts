const FIRST = ['Bruna', 'Mateo', 'Ingrid', 'Omar', 'Chloé', 'Kenji', 'Priya', 'Lukas', 'Zeynep', 'Tomás'];
const LAST = ['Lima', 'Fernández', 'Olsen', 'Haddad', 'Moreau', 'Sato', 'Nair', 'Novák', 'Kaya', 'Rojas'];

/** A name for the n-th customer that nobody named. */
export function inventName(index: number): string {
  return `${FIRST[index % FIRST.length]} ${LAST[Math.floor(index / FIRST.length + index * 3) % LAST.length]}`;
}
