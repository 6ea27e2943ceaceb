import { Box, Grid, GridItem } from '@rocket.chat/fuselage';
import type { TextObject } from '@rocket.chat/ui-kit';
import type { BlockProps } from '../BlockProps';

/** A section's fields, two beside each other. */
export function SectionFields({
  fields,
  renderer,
}: { readonly fields: readonly TextObject[] } & Pick<BlockProps<unknown>, 'renderer'>) {
  return (
    <Grid>
      {fields.map((field, index) => (
        <GridItem key={index} xs={4} sm={4} md={4} lg={6} xl={6}>
          <Box is="span" fontScale="p2" color="default">
            {renderer.renderTextObject(field, index)}
          </Box>
        </GridItem>
      ))}
    </Grid>
  );
}
