"""The local web server of the browser window, and its guard. It knows neither screens nor book."""
