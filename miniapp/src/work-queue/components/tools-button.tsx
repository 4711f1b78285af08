import { useDidHide } from '@tarojs/taro'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { Sheet } from '../../ui/sheet'
import { inboxText } from '../inbox.text'
import type { MyQueue } from '../work-item.api'
import { DeskTools } from './desk-tools'
import { FollowUpLinks } from './follow-up-links'

/** On a phone the pages beside the inbox are behind one button: the list comes first. */
export const ToolsButton = ({ queue }: { queue: MyQueue }) => {
  const t = useText(inboxText)
  const [isOpen, setOpen] = useState(false)
  // A sheet that stays open below the page it led to would keep the keyboard.
  useDidHide(() => setOpen(false))
  return (
    <>
      <Button icon='list' shape='stacked' onPress={() => setOpen(true)}>
        {queue.followUpsDue > 0 ? t('toolsAndCalls', { count: queue.followUpsDue }) : t('tools')}
      </Button>
      <Sheet isOpen={isOpen} title={t('tools')} onClose={() => setOpen(false)}>
        <FollowUpLinks queue={queue} />
        <DeskTools queue={queue} />
      </Sheet>
    </>
  )
}
