export const LIST_ID = 'item-list'

/** Answers whether somebody has scrolled down from the top of the list: in its own column, or with the whole page. */
export const useListScroll = (): (() => boolean) => isScrolled

const isScrolled = (): boolean => {
  for (let element = document.getElementById(LIST_ID); element; element = element.parentElement) {
    if (element.scrollTop > 0) return true
  }
  return false
}

export const scrollListToTop = (): void => {
  for (let element = document.getElementById(LIST_ID); element; element = element.parentElement) element.scrollTop = 0
}
