"""Charts: one function a chart, plain values in, a Figure out; render turns a Figure into bytes."""
