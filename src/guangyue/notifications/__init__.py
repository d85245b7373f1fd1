"""通知: what a person is told, on our pages always, and by mail, text message or platform where wanted."""
