// The door of what is looked at before neighbours see it: the way to it, for the tools of the desk.
export { HeldContentTool } from './components/held-content-tool'
