import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { StaffOnly } from '../../people'
import { useText } from '../../platform/i18n/text'
import { replacePage } from '../../platform/navigation'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { ErrorNotice } from '../../ui/error-notice'
import { Page } from '../../ui/page'
import { Skeleton } from '../../ui/skeleton'
import styles from '../counter.module.scss'
import { counterText } from '../counter.text'
import type { AssistSession } from '../last-assist'
import { type Assist, useActingFor, useAssist } from '../use-assist'
import { AssistClock } from './assist-clock'
import { AssistOver } from './assist-over'

interface AssistPageProps {
  title: string
  /** The one main action, while the session is open. */
  action?: ReactNode
  children: (session: AssistSession) => ReactNode
}

/** The frame of each page on which staff do something for the person they help. */
export const AssistPage = ({ title, action, children }: AssistPageProps) => {
  const assist = useAssist()
  useActingFor(assist.state === 'open' ? assist.session?.resident : undefined)
  return (
    <Page isCounter title={title} action={assist.state === 'open' ? action : undefined}>
      <StaffOnly permission='resident.assist'>
        <AssistBody assist={assist}>{children}</AssistBody>
      </StaffOnly>
    </Page>
  )
}

const AssistBody = ({ assist, children }: { assist: Assist } & Pick<AssistPageProps, 'children'>) => {
  const t = useText(counterText)
  const { state, session } = assist
  if (state === 'loading') return <Skeleton cards={3} />
  if (state === 'failed') return <ErrorNotice error={assist.error} onRetry={assist.retry} />
  if (!session) {
    return (
      <Empty
        icon='person'
        title={t('noSession')}
        next={t('noSessionNext')}
        action={<Button onPress={() => replacePage('counter/pages/counter/index')}>{t('toCounter')}</Button>}
      />
    )
  }
  const isOver = state === 'over'
  return (
    <>
      {isOver ? <AssistOver session={session} /> : <AssistClock isSmall session={session} />}
      {/* Locked but kept: what was typed is there again after 「再开一次」. */}
      <View className={isOver ? styles.locked : ''} {...a11y({ hidden: isOver || undefined })}>
        {children(session)}
      </View>
    </>
  )
}
