import type { TableCell, TableRow } from '@rocket.chat/message-parser';
import { Inlines } from '../Inlines';

/** A table with a head. */
export function Table({ header, rows }: { readonly header: readonly TableCell[]; readonly rows: readonly TableRow[] }) {
  return (
    <table>
      <thead>
        <tr>
          {header.map((cell, index) => (
            <th key={index} align={cell.align}>
              <Inlines nodes={cell.value} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            {row.value.map((cell, column) => (
              <td key={column} align={cell.align}>
                <Inlines nodes={cell.value} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
