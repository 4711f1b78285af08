/** Stands in for the addresses that a browser gives to bytes, which jsdom has not: those in use now. */
export const watchShownFiles = (): Set<string> => {
  const shown = new Set<string>()
  let count = 0
  Reflect.set(URL, 'createObjectURL', () => {
    count += 1
    shown.add(`blob:${count}`)
    return `blob:${count}`
  })
  Reflect.set(URL, 'revokeObjectURL', (address: string) => shown.delete(address))
  return shown
}
