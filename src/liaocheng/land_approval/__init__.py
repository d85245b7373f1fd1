"""用地审批: a county's file from its assembly to the duties after approval, in two branches."""
