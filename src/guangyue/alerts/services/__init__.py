"""What can be done: measuring, forecasting, signing, publishing, ordering."""
