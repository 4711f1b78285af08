import { GridCellId, GridRedrawId } from '@little-bench/shared/kernel/ids'
import { z } from 'zod'
import { demo } from './demo.ts'
import { gridCell } from './grid-cell.ts'
import { localText } from './local-text.ts'
import { queue } from './queue.ts'

/** `<community>/grid-redraws.yaml`: new maps of the grid cells, which somebody applies when the day has come. */
export const GridRedrawsFile = z.strictObject({
  redraws: z.array(
    z.strictObject({
      id: GridRedrawId,
      name: localText,
      gridCells: z
        .array(
          gridCell.extend({
            /** The old cells that it is cut out of. */
            formerly: z.array(GridCellId).min(1, 'must name the old grid cells that it comes from'),
          }),
        )
        .min(1),
      /** One for each new grid cell. */
      queues: z.array(queue).min(1),
      demo,
    }),
  ),
})
export type GridRedrawsFile = z.infer<typeof GridRedrawsFile>
