import { hasPermission } from '@little-bench/shared/people/permissions'
import { useRouter } from '@tarojs/taro'
import { useText } from '../../../platform/i18n/text'
import { useSession } from '../../../platform/session'
import { Empty } from '../../../ui/empty'
import { Page } from '../../../ui/page'
import { RedrawList } from '../../components/redraw-list'
import { RedrawPlan } from '../../components/redraw-plan'
import { SignInFirst } from '../../components/sign-in-first'
import { gridRedrawText } from '../../grid-redraw.text'
import { useGridRedraw } from '../../use-grid-redraw'

/** New maps of a community's grid cells: look first, then put to use. */
export default function GridRedrawPage() {
  const t = useText(gridRedrawText)
  const { communityId = '' } = useRouter().params
  const person = useSession((session) => session.person)
  const mayRedraw = hasPermission(person?.roles.map(({ role }) => role) ?? [], 'grid.redraw')
  const attempt = useGridRedraw(communityId)
  if (person && mayRedraw) {
    const plan = attempt.apply.data ?? attempt.preview.data
    if (plan) return <RedrawPlan plan={plan} attempt={attempt} />
    return <RedrawList communityId={communityId} attempt={attempt} />
  }
  return (
    <Page isDesk title={t('title')}>
      {person ? <Empty icon='lock' title={t('notAllowed')} next={t('notAllowedNext')} /> : <SignInFirst />}
    </Page>
  )
}
