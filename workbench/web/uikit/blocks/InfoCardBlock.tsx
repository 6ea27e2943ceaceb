import { Box } from '@rocket.chat/fuselage';
import type { InfoCardBlock as InfoCardLayout } from '@rocket.chat/ui-kit';
import type { BlockProps } from '../BlockProps';
import { IconElement } from '../elements/IconElement';

/** Rows of symbols and texts with an action at the end, as after a call. */
export function InfoCardBlock({ block, renderer, context, index }: BlockProps<InfoCardLayout>) {
  return (
    <Box
      maxWidth="345px"
      overflow="hidden"
      color="default"
      backgroundColor="surface-tint"
      borderWidth="default"
      borderStyle="solid"
      borderColor="extra-light"
      borderRadius="x4"
    >
      {block.rows.map((row, at) => (
        <Box
          key={at}
          padding={16}
          display="flex"
          alignItems="center"
          justifyContent="space-between"
          backgroundColor={row.background === 'default' ? 'surface-light' : undefined}
        >
          <Box display="flex" alignItems="center" marginInline={-4} fontScale="p1">
            {row.elements.map((element, part) => (
              <Box key={part} marginInline={4}>
                {element.type === 'icon' ? (
                  <IconElement block={element} renderer={renderer} context={context} index={index} />
                ) : (
                  renderer.renderTextObject(element, part)
                )}
              </Box>
            ))}
          </Box>
          {row.action && renderer.renderActionsBlockElement(row.action, at)}
        </Box>
      ))}
    </Box>
  );
}
