import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { renderResident } from '../../../test/components/render-resident'
import { type ResidentServer, startResidentServer } from '../../../test/components/resident-server'
import { useDisplaySettings } from '../../platform/display-settings'
import { Page } from '../../ui/page'
import { ReadingSettings } from './reading-settings'

let server: ResidentServer

beforeEach(async () => {
  server = await startResidentServer()
})
afterEach(() => server.close())

const show = () =>
  renderResident(
    <Page title='我'>
      <ReadingSettings />
    </Page>,
    server,
  )

test('each step of 字的大小 is on the whole page at once, with 长辈版 or without', async () => {
  const { container } = show()
  expect(screen.getByRole('radio', { name: '标准' })).toBeChecked()
  await userEvent.click(screen.getByRole('radio', { name: '最大' }))
  expect(container.firstElementChild).toHaveClass('lb-root', 'lb-largest')
  await userEvent.click(screen.getByRole('radio', { name: '长辈版' }))
  expect(container.firstElementChild).toHaveClass('lb-elder', 'lb-largest')
  await userEvent.click(screen.getByRole('radio', { name: '大' }))
  expect(container.firstElementChild).toHaveClass('lb-elder', 'lb-large')
  expect(container.firstElementChild).not.toHaveClass('lb-largest')
  expect(screen.getByText('现在的字是这样：')).toBeVisible()
})

test('choosing a size leaves the question of 长辈版 open', async () => {
  show()
  await userEvent.click(screen.getByRole('radio', { name: '大' }))
  expect(useDisplaySettings.getState()).toMatchObject({ textStep: 'large', hasChosenMode: false })
})
