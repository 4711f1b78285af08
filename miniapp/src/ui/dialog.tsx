import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { Button } from './button'
import styles from './dialog.module.scss'
import { Sheet } from './sheet'

interface DialogProps {
  isOpen: boolean
  title: string
  /** The verb of what will happen: 「撤回这件事」. */
  confirmWords: string
  onConfirm: () => void
  onClose: () => void
  /** Cannot be undone. */
  isDanger?: boolean
  isBusy?: boolean
}

/** Asks once before something happens; closing it means no. */
export const Dialog = ({
  isOpen,
  title,
  confirmWords,
  onConfirm,
  onClose,
  isDanger = false,
  isBusy = false,
  children,
}: PropsWithChildren<DialogProps>) => (
  <Sheet isOpen={isOpen} title={title} onClose={onClose}>
    {children}
    <View className={styles.confirm}>
      <Button kind={isDanger ? 'danger' : 'primary'} isWide isBusy={isBusy} onPress={onConfirm}>
        {confirmWords}
      </Button>
    </View>
  </Sheet>
)
