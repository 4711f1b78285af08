import { PNG } from 'pngjs'
import { expect, test } from 'vitest'
import { comparePictures } from './compare-pictures'

const SIDE = 200
const LETTER = { x: 90, y: 90, width: 14, height: 14 }

/** White, with black boxes on it. */
const picture = (boxes: readonly (typeof LETTER)[] = [], side = SIDE): Buffer => {
  const png = new PNG({ width: side, height: side })
  png.data.fill(255)
  for (const { x, y, width, height } of boxes)
    for (let row = y; row < y + height; row += 1)
      for (let column = x; column < x + width; column += 1)
        png.data.fill(0, 4 * (row * side + column), 4 * (row * side + column) + 3)
  return PNG.sync.write(png)
}

test('the same picture is the same', () => {
  expect(comparePictures(picture([LETTER]), picture([LETTER]))).toEqual({ isSame: true })
})

test('one letter more is told with how much differs, and drawn', () => {
  const compared = comparePictures(picture(), picture([LETTER]))
  expect(compared).toMatchObject({ isSame: false, why: '0.49 % of it differs, in one place 196 px' })
  expect('difference' in compared && PNG.sync.read(compared.difference ?? Buffer.alloc(0)).width).toBe(SIDE)
})

test('a few points here and there are not seen', () => {
  const points = [20, 80, 140].flatMap((x) => [20, 80, 140].map((y) => ({ x, y, width: 4, height: 4 })))
  expect(comparePictures(picture(), picture(points))).toEqual({ isSame: true })
})

test('where something is drawn by lot nothing is compared', () => {
  expect(comparePictures(picture(), picture([LETTER]), [LETTER])).toEqual({ isSame: true })
  expect(comparePictures(picture(), picture([LETTER]), [{ ...LETTER, x: 20 }])).toMatchObject({ isSame: false })
})

test('a picture of another size is another picture', () => {
  expect(comparePictures(picture(), picture([], SIDE + 1))).toEqual({
    isSame: false,
    why: 'it is 201 × 201 px instead of 200 × 200',
  })
})
