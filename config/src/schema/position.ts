import { z } from 'zod'
import { demo } from './demo.ts'

const latitude = z.number().min(-90).max(90)
const longitude = z.number().min(-180).max(180)

/** WGS 84 degrees. */
export const position = z.strictObject({ lat: latitude, lng: longitude, demo })

/** The rectangle in which a map position is accepted, WGS 84 degrees. */
export const area = z
  .strictObject({ south: latitude, west: longitude, north: latitude, east: longitude, demo })
  .refine((box) => box.south < box.north && box.west < box.east, 'south must be below north, and west below east')
