import * as v from 'valibot';

/** A query parameter that may come once (`a=1`) or several times (`a[]=1&a[]=2`). */
export function listOf<Item extends v.GenericSchema<string>>(item: Item) {
  return v.union([
    v.array(item),
    v.pipe(
      item,
      v.transform((one) => [one]),
    ),
  ]);
}
