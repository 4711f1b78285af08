import { Button } from './button'

export interface AgreeButtonProps {
  words: string
  onAgree: () => void
}

/** A browser never asks like this; here it is a button as any other. */
export const AgreeButton = ({ words, onAgree }: AgreeButtonProps) => (
  <Button kind='primary' isWide onPress={onAgree}>
    {words}
  </Button>
)
