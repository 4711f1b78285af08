import { Page } from '../../../ui/page'

export default function HomePage() {
  return (
    <Page title='小板凳' isRoot>
      小板凳
    </Page>
  )
}
