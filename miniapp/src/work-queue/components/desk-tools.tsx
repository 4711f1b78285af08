import { hasPermission, type Permission } from '@little-bench/shared/people/permissions'
import { View } from '@tarojs/components'
import { HeldContentTool } from '../../moderation'
import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { useSession } from '../../platform/session'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { deskToolsText } from '../desk-tools.text'
import type { MyQueue } from '../work-item.api'
import styles from './desk-tools.module.scss'

/** The pages beside the inbox that this person may open from this queue. */
export const DeskTools = ({ queue }: { queue: Pick<MyQueue, 'id' | 'communityId'> }) => {
  const t = useText(deskToolsText)
  const roles = useSession(({ person }) => person?.roles) ?? []
  const chosenCommunity = useSession((session) => session.communityId)
  // A queue above the communities has none of its own.
  const communityId = queue.communityId ?? chosenCommunity
  const may = (permission: Permission) =>
    hasPermission(
      roles.map(({ role }) => role),
      permission,
    )
  return (
    <View className={styles.tools} {...a11y({ role: 'navigation', label: t('tools') })}>
      <Button
        shape='start'
        icon='clock'
        onPress={() => openPage('work-queue/pages/roster/index', { queueId: queue.id })}
      >
        {t('roster')}
      </Button>
      {may('resident.assist') && (
        <Button shape='start' icon='bench' onPress={() => openPage('counter/pages/counter/index')}>
          {t('counter')}
        </Button>
      )}
      {may('fact.verify') && (
        <Button shape='start' icon='check' onPress={() => openPage('counter/pages/fact-check/index')}>
          {t('factCheck')}
        </Button>
      )}
      {may('call.record') && (
        <Button shape='start' icon='phone' onPress={() => openPage('counter/pages/call-list/index')}>
          {t('callList')}
        </Button>
      )}
      {may('content.decide') && <HeldContentTool />}
      {communityId !== null && (
        <>
          <Button
            shape='start'
            icon='speech'
            onPress={() => openPage('work-queue/pages/reply-templates/index', { communityId })}
          >
            {t('replyTemplates')}
          </Button>
          <Button shape='start' icon='star' onPress={() => openPage('work-queue/pages/figures/index', { communityId })}>
            {t('figures')}
          </Button>
          {may('ledger.export') && (
            <Button
              shape='start'
              icon='list'
              onPress={() => openPage('work-queue/pages/ledger/index', { communityId })}
            >
              {t('ledger')}
            </Button>
          )}
          {may('grid.redraw') && (
            <Button
              shape='start'
              icon='pin'
              onPress={() => openPage('work-queue/pages/grid-redraw/index', { communityId })}
            >
              {t('gridRedraw')}
            </Button>
          )}
        </>
      )}
    </View>
  )
}
