"""一件事主题服务: a wish is applied for once, whatever matters stand behind it."""
