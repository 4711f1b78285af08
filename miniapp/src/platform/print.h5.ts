import { useEffect } from 'react'
import './print.scss'

/** Whether what is shown can be put on paper from here. */
export const canPrint = true

const PAPER_CLASS = 'lb-paper'
const PRINTING_CLASS = 'lb-printing'

/**
 * While the part with this id is on the page, printing (by the button or the browser's own keys) puts it on paper and
 * nothing else: a copy of it stands in for all pages that are open below one another.
 */
export const usePrintedPart = (id: string): void =>
  useEffect(() => {
    const showPaper = () => {
      const part = document.getElementById(id)
      if (!part || document.querySelector(`.${PAPER_CLASS}`)) return
      const paper = document.createElement('div')
      paper.className = `lb-root ${PAPER_CLASS}`
      paper.append(part.cloneNode(true))
      document.body.append(paper)
      document.documentElement.classList.add(PRINTING_CLASS)
    }
    const hidePaper = () => {
      document.documentElement.classList.remove(PRINTING_CLASS)
      document.querySelector(`.${PAPER_CLASS}`)?.remove()
    }
    window.addEventListener('beforeprint', showPaper)
    window.addEventListener('afterprint', hidePaper)
    return () => {
      window.removeEventListener('beforeprint', showPaper)
      window.removeEventListener('afterprint', hidePaper)
      hidePaper()
    }
  }, [id])

/** Opens the browser's own way to a printer. */
export const printPage = (): void => window.print()
